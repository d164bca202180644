import { result } from "../../result.mjs";

export const dynamic = "force-dynamic";
export const GET = () => new Response(result());
