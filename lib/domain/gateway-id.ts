import * as z from "zod/mini";

/** Everyone who can render a take. The animatic is ours, free and keyless. */
export const gatewayIdSchema = z.enum(["animatic", "empiriolabs", "evolink", "apimart", "useapi", "kling"]);
export type GatewayId = z.infer<typeof gatewayIdSchema>;
