import { customType } from "drizzle-orm/pg-core";

/** A moment, as milliseconds since 1970 on our side and as `timestamptz` on the database's. */
export const instant = customType<{ data: number; driverData: string }>({
	dataType: () => "timestamp with time zone",
	toDriver: (ms) => new Date(ms).toISOString(),
	fromDriver(text) {
		const ms = Date.parse(text);
		if (Number.isNaN(ms)) throw new Error(`The database answered an unreadable moment: ${text}`);
		return ms;
	},
});
