import { Field } from "vee-validate";
import { createApp } from "vue";
import { useCampaign } from "./vee-validate";

const sent: object[] = [];
Object.assign(globalThis, { sent });
const template = document.querySelector("template")!.innerHTML;
createApp({ components: { Field }, template, setup: () => useCampaign((campaign) => sent.push(campaign)) }).mount("main");
