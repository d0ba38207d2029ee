import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { findFreePort } from "../chaos/slot";

const PROGRAM = "/usr/sbin/nginx";

export interface Nginx {
	readonly url: URL;
	/** Where it stands in front of the product, as the README tells a host to set it up. */
	readonly front: URL;
	close(): void;
}

export interface Behind {
	readonly origin: string;
	readonly mediaDir: string;
}

/** The same file behind the best there is, and the product behind it too. `null` where nginx is not installed. */
export async function startNginx(folder: string, film: string, behind: Behind): Promise<Nginx | null> {
	if (!existsSync(PROGRAM)) return null;
	const root = join(folder, "nginx");
	mkdirSync(root);
	copyFileSync(film, join(root, "film.mp4"));
	const port = await findFreePort();
	const conf = join(root, "nginx.conf");
	const user = process.getuid?.() === 0 ? "user root;" : "";
	const temp = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${root}/${name};`);
	writeFileSync(
		conf,
		`daemon off; pid ${root}/pid; error_log stderr; worker_processes 1; events {} ${user}
http {
	${temp.join(" ")} access_log off; sendfile on; types { video/mp4 mp4; }
	upstream product { server ${new URL(behind.origin).host}; keepalive 8; }
	server {
		listen 127.0.0.1:${port};
		root ${root};
		location /api/ {
			proxy_pass http://product;
			proxy_http_version 1.1;
			proxy_set_header Connection "";
			proxy_set_header Host ${new URL(behind.origin).host};
			proxy_set_header X-Sendfile-Type X-Accel-Redirect;
		}
		location /storyreel-media/ { internal; alias ${behind.mediaDir}/; }
	}
}
`,
	);
	const child = spawn(PROGRAM, ["-c", conf, "-p", root, "-e", "stderr"], { stdio: "ignore" });
	const kill = () => child.kill("SIGTERM");
	process.once("exit", kill);
	const url = new URL(`http://127.0.0.1:${port}/film.mp4`);
	await untilServed(url, child);
	return { url, front: new URL(url.origin), close: kill };
}

async function untilServed(url: URL, child: ChildProcess): Promise<void> {
	while (child.exitCode === null) {
		const isUp = await fetch(url, { method: "HEAD" }).then(
			(response) => response.ok,
			() => false,
		);
		if (isUp) return;
		await wait(50);
	}
	throw new Error(`nginx ended with ${child.exitCode}.`);
}
