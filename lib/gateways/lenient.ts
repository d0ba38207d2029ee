import "server-only";
import { z } from "zod";

/** Missing, null or of another type: the member reads as null and never spoils its neighbours. */
export function lenient<Schema extends z.ZodType>(schema: Schema) {
	return schema.nullable().catch(null);
}

export const text = lenient(z.string().min(1));

const MAX_ID_CHARS = 500;

/** Kept as text: some gateways number their tasks beyond what a number can hold. */
export const id = lenient(z.union([z.string().min(1).max(MAX_ID_CHARS), z.int().transform(String)]));

export const number = lenient(z.number());

/** A decimal that never passes through arithmetic: `parseMoney` reads it. */
export const amount = lenient(z.union([z.string(), z.number().transform(String)]));

/** Here a missing list is an unreadable answer, since an empty one would mean something. */
export function trueListOf<Schema extends z.ZodType>(member: Schema) {
	return z.array(z.unknown()).pipe(listOf(member));
}

/** A list whose odd members are dropped. */
export function listOf<Schema extends z.ZodType>(member: Schema) {
	return z
		.array(member.nullable().catch(null))
		.catch([])
		.transform((members) => members.filter((each) => each !== null));
}
