import { customType } from "drizzle-orm/pg-core";

/** PostgreSQL refuses NUL and half surrogate pairs; a paid reply or a cut emoji must not make a write fail. */
export function storable(text: string): string {
	return text.replaceAll("\0", "\uFFFD").toWellFormed();
}

export function encodeJson(value: unknown): string {
	return JSON.stringify(value, (_, part: unknown) => (typeof part === "string" ? storable(part) : part));
}

/** Written by people or by somebody's server. */
export const foreignText = customType<{ data: string; driverData: string }>({
	dataType: () => "text",
	toDriver: storable,
});

/** Parsed by whoever reads the row. */
export const json = customType<{ data: unknown; driverData: unknown }>({
	dataType: () => "jsonb",
	toDriver: encodeJson,
});
