export const oldestNode = "20.19.0";

// Also parsed by Nodes far older than the one asked for, so that they can say so: plain ES2015 only.
export function explainUnsupportedNode(version) {
	const have = version.split(".").map(Number);
	const need = oldestNode.split(".").map(Number);
	const differing = need.findIndex((part, index) => have[index] !== part);
	if (differing === -1 || have[differing] > need[differing]) return undefined;
	return `Storyreel needs Node ${oldestNode} or newer and this is Node ${version}. Install a newer Node and try again.`;
}

export function requireSupportedNode() {
	const problem = explainUnsupportedNode(process.versions.node);
	if (problem === undefined) return;
	console.error(problem);
	process.exit(1);
}
