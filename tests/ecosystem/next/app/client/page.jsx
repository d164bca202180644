"use client";
import { useEffect } from "react";
import { result } from "../../result.mjs";

export default function Page() {
  useEffect(() => console.log(result()), []);
  return <p>{result()}</p>;
}
