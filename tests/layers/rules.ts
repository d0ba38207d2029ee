import type { IFlattenedRuleSet } from "dependency-cruiser";
import { gatewayIdSchema } from "@/lib/domain/gateway-id";

/** Who may import whom, beside a room's own files. Anything not named here is an arrow that runs up or across. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
	app: ["components", "lib/actions", "lib/runtime", "lib/services", "lib/ports", "lib/domain"],
	"components/ui": [],
	components: ["lib/actions", "lib/domain"],
	"lib/actions": ["lib/runtime", "lib/services", "lib/ports", "lib/domain"],
	"lib/runtime": ["lib/services", "lib/gateways", "lib/storage", "lib/ports", "lib/domain"],
	"lib/services": ["lib/ports", "lib/domain"],
	"lib/gateways": ["lib/ports", "lib/domain"],
	"lib/storage": ["lib/ports", "lib/domain"],
	"lib/ports": ["lib/domain"],
	"lib/domain": [],
	"lib/children": ["lib/domain"],
	"lib/cli": [],
};

const ours = "^(app|components|lib|tests|instrumentation|proxy)[/.]";

function anyOf(rooms: readonly string[]): string {
	return `^(${rooms.join("|")})/`;
}

const downward = Object.entries(mayImport).map(([room, others]) => ({
	name: `${room.replace("/", "-")}-imports-down`,
	severity: "error" as const,
	from: room === "components" ? { path: "^components/", pathNot: "^components/ui/" } : { path: `^${room}/` },
	to: { path: ours, pathNot: anyOf([room, ...others]) },
}));

const gateways = gatewayIdSchema.options.join("|");

const zodMini = "/zod/(v4/)?mini/";

export const layerRules: IFlattenedRuleSet = {
	forbidden: [
		...downward,
		{
			name: "root-imports-runtime",
			severity: "error",
			from: { path: "^(instrumentation|proxy)\\.ts$" },
			to: { path: ours, pathNot: anyOf(["lib/runtime", "lib/domain"]) },
		},
		{
			name: "gateways-stay-apart",
			severity: "error",
			from: { path: `^lib/gateways/(${gateways})/` },
			to: { path: `^lib/gateways/(${gateways})/`, pathNot: "^lib/gateways/$1/" },
		},
		{
			name: "domain-imports-relatively",
			severity: "error",
			from: { path: "^lib/domain/" },
			to: { dependencyTypes: ["aliased"] },
		},
		{
			name: "domain-needs-only-zod-mini",
			severity: "error",
			from: { path: "^lib/domain/" },
			to: { pathNot: ["^lib/domain/", zodMini] },
		},
		{
			name: "browser-takes-zod-mini",
			severity: "error",
			from: { path: "^components/" },
			to: { path: "^node_modules/zod/", pathNot: zodMini },
		},
		{
			name: "browser-has-no-server-packages",
			severity: "error",
			from: { path: "^components/" },
			to: { path: "^node_modules/(pg|drizzle-orm|undici|sharp|node-av|@electric-sql|@aws-sdk|server-only)/" },
		},
		{
			name: "ports-need-no-packages",
			severity: "error",
			from: { path: "^lib/ports/" },
			to: { pathNot: "^lib/(ports|domain)/" },
		},
		{
			name: "nothing-imports-tests",
			severity: "error",
			from: { pathNot: "^tests/" },
			to: { path: "^tests/" },
		},
		{ name: "no-cycle", severity: "error", from: {}, to: { circular: true } },
		{ name: "every-import-resolves", severity: "error", from: {}, to: { couldNotResolve: true } },
	],
};
