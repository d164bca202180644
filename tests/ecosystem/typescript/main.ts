import * as lint from "coldsend-lint";
import * as form from "coldsend-lint/form";
import { use } from "./use.cjs";

const campaign: lint.CreateCampaign = { name: "Spring outreach" };
const answer: lint.Answer = lint.check("create_campaign", campaign);
// @ts-expect-error
lint.check("create_campaign", { nam: "Spring outreach" });
form.bindForm satisfies Function;

if (answer.ok) console.log(use(lint, form));
