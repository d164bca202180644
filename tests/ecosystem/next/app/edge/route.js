import { result } from "../../result.mjs";

export const runtime = "edge";
export const GET = () => new Response(result());
