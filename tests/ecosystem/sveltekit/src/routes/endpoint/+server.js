import { result } from "../../../result.mjs";

export const GET = () => new Response(result());
