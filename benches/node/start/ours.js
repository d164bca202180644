// The package, with its module in the script.
import { check } from "../../../pkg/src/browser.js";

globalThis.found = check("create_campaign", globalThis.body).issues.length;
