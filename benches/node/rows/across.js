// The rules across fields, for the peers that have a way to call a function.

/** Returns whether the sending window ends after it starts. */
export function endsAfterStart(campaign) {
  const { sending_window_start: start, sending_window_end: end } = campaign;
  if (start == null || end == null) return true;
  return start * 60 + (campaign.sending_window_start_minute ?? 0) < end * 60 + (campaign.sending_window_end_minute ?? 0);
}

/** Returns whether the names of variants are unique. */
export function areUnique(variants) {
  const seen = new Set();
  for (const { variant_name = "A" } of variants) seen.add(variant_name.toUpperCase());
  return seen.size === variants.length;
}

/** Returns whether the shares of variants sum to 100. */
export function sumTo100(variants) {
  let sum = 0;
  for (const { distribution_percent = 100 } of variants) sum += distribution_percent;
  return variants.length === 0 || sum === 100;
}
