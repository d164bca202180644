import { createRoot } from "react-dom/client";
import { CampaignForm } from "./react-hook-form";

const sent: object[] = [];
Object.assign(globalThis, { sent });
createRoot(document.querySelector("main")!).render(<CampaignForm send={(campaign) => sent.push(campaign)} />);
