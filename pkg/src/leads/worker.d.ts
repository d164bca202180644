/** A script, which a worker runs; see `checkLeads`. */
export {};
