import type { ZodObject } from "zod";
import { type EnvDocs, envDocs, envSchema } from "@/lib/runtime/env-schema";
import { gatewayEnvSchema } from "@/lib/runtime/gateway-env";

interface Documented extends EnvDocs {
	readonly name: string;
}

function listDocs({ shape }: ZodObject): readonly Documented[] {
	return Object.entries(shape).map(([name, schema]) => {
		const docs = envDocs.get(schema);
		if (docs === undefined) throw new Error(`${name} has no help.`);
		return { name, ...docs };
	});
}

const own = listDocs(envSchema);
const gateways = listDocs(gatewayEnvSchema);

export function renderEnvExample(): string {
	const render = (documented: readonly Documented[]) =>
		documented.map(({ name, help, fallback }) => `# ${help} Not set: ${fallback}.\n#${name}=\n`).join("\n");
	const head = "# Every variable is optional. Copy this file to .env, and take the # from the lines you fill in.\n";
	return [
		head,
		render(own),
		"# The operator's own gateway keys. People can also bring theirs, in the Keys dialog.\n",
		render(gateways),
	].join("\n");
}

export function renderEnvTable(): string {
	const rows = [...own, ...gateways].map(({ name, help, fallback }) => `| \`${name}\` | ${help} | ${fallback} |`);
	return ["| variable | what it is for | when not set |", "|---|---|---|", ...rows].join("\n");
}

const between = /(<!-- environment: [^>]+ -->\n)[\s\S]*?(\n<!-- \/environment -->)/;

export function replaceEnvTable(readme: string): string {
	if (!between.test(readme)) throw new Error("README.md has no place for the table of the environment.");
	return readme.replace(between, (_all, before: string, after: string) => `${before}${renderEnvTable()}${after}`);
}
