import { bindCampaign } from "./plain";

const sent: object[] = [];
Object.assign(globalThis, { sent });
document.querySelector("main")!.innerHTML = document.querySelector("template")!.innerHTML;
bindCampaign(document.querySelector("form")!, (campaign) => sent.push(campaign));
