/** Checks a list in a worker, and prints what the worker says. */
export async function print(checkLeads, worker) {
  const { rows, valid, invalid, duplicates, fixed } = await checkLeads("email\nAda@Example.com\nada@example.com\nbob@\n", { worker, fix: true });
  const [, address] = (await fixed.text()).split("\n");
  console.log(`${rows} rows: ${valid} valid, ${invalid} invalid, ${duplicates} duplicate; ${address}`);
}
