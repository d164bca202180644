"use server";
import { result } from "../../result.mjs";

export const action = async () => result();
