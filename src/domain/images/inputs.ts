import { z } from "zod";
import type { ImageSize } from "./schema";

export const imageQuerySchema = z.object({
  size: z
    .enum(["64", "256"])
    .default("256")
    .transform((size) => Number(size) as ImageSize)
    .meta({ override: { type: "string", enum: ["64", "256"], default: "256", description: "Pixels" } }),
});
