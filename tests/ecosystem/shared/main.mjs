import { result } from "./result.mjs";

console.log(result());
