// zod, with one schema: that of `create_campaign`. With this import, a bundle is smallest.
import * as z from "zod";

const integer = (minimum, maximum) => z.int().min(minimum).max(maximum);

const createCampaign = z.object({
  name: z.string().min(8).max(255),
  daily_limit_per_inbox: integer(1, 100).nullish(),
  start_date: z.iso.datetime({ offset: true }).nullish(),
  timezone: z.string().max(100).optional(),
  sending_days: z.array(integer(1, 7)).min(1).max(7).optional(),
  sending_window_start: integer(0, 23).optional(),
  sending_window_start_minute: integer(0, 59).optional(),
  sending_window_end: integer(1, 24).optional(),
  sending_window_end_minute: integer(0, 59).optional(),
  enable_tracking: z.boolean().optional(),
  enable_unsubscribe: z.boolean().optional(),
  ramp_up_enabled: z.boolean().optional(),
  ramp_up_increment: integer(1, 100).nullish(),
  ramp_up_max_limit: integer(1, 1000).nullish(),
});

globalThis.found = createCampaign.safeParse(globalThis.body).error.issues.length;
