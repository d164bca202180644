// The files that a check of a list of leads writes.
import { count, element } from "../dom.js";

/**
 * Returns links to the cleaned list and to the other rows. Their addresses are valid until `end` is called.
 * @param {object} found the result of `checkLeads`
 * @param {string} [name] the name of the list
 */
export function downloads({ valid, doubtful, invalid, duplicates, mapping, fixed, rejects }, name = "leads.csv") {
  const addresses = [];
  const stem = name.replace(/\.\w+$/, "");
  const file = (blob, label, suffix, what) => {
    const href = URL.createObjectURL(blob);
    addresses.push(href);
    return element("div", {}, element("a", { className: "download", href, download: `${stem}.${suffix}.csv` }, label), element("p", { className: "note" }, what));
  };
  const [kept, left] = [valid + doubtful, invalid + duplicates];
  const files = [
    ...(kept > 0 ? [file(fixed, "Download the cleaned list", "cleaned", `${count(kept, "row")}: valid and doubtful ones, each address once${mapping ? "; upload it with the mapping below" : ""}`)] : []),
    ...(left > 0 ? [file(rejects, "Download the other rows", "rejects", `${count(left, "row")}, with the reasons in a last column`)] : []),
  ];
  return {
    nodes: files.length > 0 ? [element("div", { className: "downloads" }, ...files)] : [],
    end: () => addresses.forEach((address) => URL.revokeObjectURL(address)),
  };
}
