import { result } from "../../result.mjs";

export default () => <p>{result()}</p>;
