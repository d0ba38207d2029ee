/** What a request is for. One vocabulary for all gateways, so that one fault rule reads the same everywhere. */
export const OPERATIONS = [
	"submit",
	"look",
	"batch",
	"list",
	"scheduler",
	"cancel",
	"upload",
	"clean-copy",
	"balance",
	"account",
	"models",
	"film",
	"image",
	"foreign-look",
	"callback",
	"unrouted",
] as const;
export type Operation = (typeof OPERATIONS)[number];
