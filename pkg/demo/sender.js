// The sender account: presets that fill what a provider is known by.
import { bindForm } from "../src/form.js";

const PRESETS = {
  GOOGLE_WORKSPACE: { smtp_host: "smtp.gmail.com", smtp_port: 587, imap_host: "imap.gmail.com", imap_port: 993 },
  OUTLOOK_365: { smtp_host: "smtp.office365.com", smtp_port: 587, imap_host: "outlook.office365.com", imap_port: 993 },
  CUSTOM_SMTP: { smtp_host: "", smtp_port: "", imap_host: "", imap_port: "" },
};

export function sender(pane, panel) {
  const form = pane.querySelector("form");
  const { elements } = form;
  const binding = bindForm(form, "create_smtp_account", { onCheck: (answer, value) => panel.say(answer, value) });

  for (const choice of elements.inbox_type) {
    choice.addEventListener("change", () => {
      for (const [name, value] of Object.entries(PRESETS[choice.value])) elements[name].value = value;
      // What a script fills in tells nobody.
      binding.check();
    });
  }
  // The user is mostly the address.
  let before = "";
  elements.email_address.addEventListener("input", () => {
    for (const name of ["smtp_username", "imap_username"]) {
      if (elements[name].value === before) elements[name].value = elements.email_address.value;
    }
    before = elements.email_address.value;
  });
  form.addEventListener("reset", () => (before = ""));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    panel.say(binding.check(), panel.value, true);
  });
}
