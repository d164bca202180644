// The sender account: presets that fill what a provider is known by.
import { bindForm } from "../src/form.js";

const PRESETS = {
  GOOGLE_WORKSPACE: { smtp_host: "smtp.gmail.com", smtp_port: 587, imap_host: "imap.gmail.com", imap_port: 993 },
  OUTLOOK_365: { smtp_host: "smtp.office365.com", smtp_port: 587, imap_host: "outlook.office365.com", imap_port: 993 },
};

export function sender(pane, panel) {
  const form = pane.querySelector("form");
  const { elements } = form;
  const binding = bindForm(form, "create_smtp_account", { onCheck: (answer, value) => panel.report(answer, value) });

  // What was typed comes back with the choice that it was typed for.
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
      // What a script fills in causes no event.
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
  form.addEventListener("reset", () => {
    before = "";
    setTimeout(start);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    panel.report(binding.check(), panel.value, true);
  });
}
