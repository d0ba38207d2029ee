import * as z from "zod/mini";
import { draftSchema } from "../draft";
import { gatewayIdSchema } from "../gateway-id";
import { browserIdSchema, submitKeySchema, takeIdSchema } from "../ids";
import { moneySchema } from "../money";
import { cueSchema } from "../share/cue";
import { instantSchema } from "./instant";
import { payerSchema } from "./payer";
import { takeStateSchema } from "./state";

export const MAX_NAME_CHARS = 120;
export const MAX_NOTE_CHARS = 2_000;
const MAX_CUES = 100;

export const shownPriceSchema = z.object({
	catalogueVersion: z.string(),
	quote: z.discriminatedUnion("kind", [
		z.object({ kind: z.literal("free") }),
		z.object({ kind: z.literal("exact"), total: moneySchema, credits: z.nullable(moneySchema) }),
		z.object({ kind: z.literal("unknown") }),
	]),
});
export type ShownPrice = Readonly<z.infer<typeof shownPriceSchema>>;

/** What was made from the film afterwards; none of it is needed to watch it. */
export const extrasSchema = z.object({
	hasPoster: z.boolean(),
	hasPeaks: z.boolean(),
	hasLastFrame: z.boolean(),
	flashScore: z.nullable(z.number()),
});
export type Extras = Readonly<z.infer<typeof extrasSchema>>;

/** The part a person may change at any time, whatever the state. */
export const labelsSchema = z.object({
	name: z.string().check(z.maxLength(MAX_NAME_CHARS)),
	note: z.string().check(z.maxLength(MAX_NOTE_CHARS)),
	star: z.boolean(),
	keep: z.boolean(),
	/** False after *Stop watching*: it goes on, and its film is kept if it arrives. */
	watching: z.boolean(),
	/** Edited captions; `null` while they are drafted from the spoken lines. */
	captions: z.nullable(z.array(cueSchema).check(z.maxLength(MAX_CUES))),
});
export type Labels = Readonly<z.infer<typeof labelsSchema>>;

export const NEW_LABELS: Labels = { name: "", note: "", star: false, keep: false, watching: true, captions: null };

export const takeSchema = z.object({
	id: takeIdSchema,
	browserId: browserIdSchema,
	submitKey: submitKeySchema,
	gateway: gatewayIdSchema,
	model: z.string(),
	/** As it was at the click; editing on changes nothing here. */
	draft: draftSchema,
	shown: shownPriceSchema,
	payer: payerSchema,
	createdAtMs: instantSchema,
	retryOf: z.nullable(takeIdSchema),
	attempts: z.int().check(z.minimum(0)),
	labels: labelsSchema,
	extras: z.nullable(extrasSchema),
	/** Set once it has left the history; *Restore* is possible until `purgeAtMs`. */
	left: z.nullable(z.object({ atMs: instantSchema, purgeAtMs: instantSchema })),
	state: takeStateSchema,
});
export type Take = Readonly<z.infer<typeof takeSchema>>;
