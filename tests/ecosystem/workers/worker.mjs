import { result } from "./result.mjs";

export default { fetch: () => new Response(result()) };
