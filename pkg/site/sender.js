// The sender account: presets fill in the servers and ports of a provider.
import { bound } from "./bound.js";
import { fill } from "./fields.js";

const PRESETS = {
  GOOGLE_WORKSPACE: { smtp_host: "smtp.gmail.com", smtp_port: 587, imap_host: "imap.gmail.com", imap_port: 993 },
  OUTLOOK_365: { smtp_host: "smtp.office365.com", smtp_port: 587, imap_host: "outlook.office365.com", imap_port: 993 },
};

export function sender(pane, panel, changed) {
  const form = pane.querySelector("form");
  const { elements } = form;
  const binding = bound(form, panel, changed);
  binding.bind("create_smtp_account");

  // Restore what was typed for this provider.
  const servers = Object.keys(PRESETS.GOOGLE_WORKSPACE);
  const typed = new Map();
  let chosen = elements.inbox_type.value;
  const start = () => {
    typed.clear();
    chosen = elements.inbox_type.value;
  };
  for (const choice of elements.inbox_type) {
    choice.addEventListener("change", () => {
      typed.set(chosen, Object.fromEntries(servers.map((name) => [name, elements[name].value])));
      chosen = choice.value;
      const values = typed.get(chosen) ?? PRESETS[chosen];
      for (const name of servers) elements[name].value = values?.[name] ?? "";
      // Filling in values by script causes no event.
      binding.check();
    });
  }
  // The user name is usually the address.
  let before = "";
  elements.email_address.addEventListener("input", () => {
    for (const name of ["smtp_username", "imap_username"]) {
      if (elements[name].value === before) elements[name].value = elements.email_address.value;
    }
    before = elements.email_address.value;
  });
  form.addEventListener("reset", () => {
    before = "";
    setTimeout(start);
  });
  return {
    ...binding,
    restore(state) {
      fill(form, state.body);
      before = elements.email_address.value;
      start();
      binding.check();
    },
  };
}
