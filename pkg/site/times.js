// A time field stands for two fields of the API: the hour and the minute.

export const TIMES = [
  ["sending_window_start", "sending_window_start_minute"],
  ["sending_window_end", "sending_window_end_minute"],
];

/** Returns the request for the values of a form. The end of the day is hour 24, which a time field cannot have. */
export function split(values) {
  const entries = Object.entries(values).flatMap(([name, value]) => {
    const [hour, minute] = TIMES.find(([hour]) => hour === name) ?? [];
    const time = hour && /^(\d\d):(\d\d)/.exec(value);
    if (!time) return [[name, value]];
    const [h, m] = [Number(time[1]), Number(time[2])];
    return [[hour, hour === "sending_window_end" && h === 0 && m === 0 ? 24 : h], [minute, m]];
  });
  return Object.fromEntries(entries);
}

/** Returns a request with times in place of hours, for the fields of a form. */
export function withTimes(body) {
  const times = TIMES.map(([hour, minute]) => {
    const [h, m] = [body[hour], body[minute] ?? 0];
    const two = (number) => String(number).padStart(2, "0");
    return [hour, Number.isInteger(h) ? `${two(h % 24)}:${two(m)}` : ""];
  });
  return { ...body, ...Object.fromEntries(times) };
}

/** Returns an answer whose issues about a minute are at the time field. */
export function joined(answer) {
  const at = (issue) => {
    const [hour] = TIMES.find(([, minute]) => minute === issue.path[0]) ?? [];
    return hour ? { ...issue, path: [hour] } : issue;
  };
  return { ...answer, issues: answer.issues.map(at), advice: answer.advice.map(at) };
}
