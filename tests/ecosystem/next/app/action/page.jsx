"use client";
import { useEffect } from "react";
import { action } from "./action.js";

export default function Page() {
  useEffect(() => void action().then(console.log), []);
}
