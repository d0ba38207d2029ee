import type { Metadata } from "next";
import { UnlockForm } from "@/components/access/unlock-form";

export const metadata: Metadata = { title: "Password" };

export default function UnlockPage() {
	return (
		<main className="mx-auto grid min-h-dvh max-w-sm content-center gap-4 px-6">
			<h1 className="font-medium text-2xl tracking-tight">Storyreel</h1>
			<p className="text-quiet leading-relaxed">
				This Storyreel opens with a password. Whoever runs it can tell you what it is.
			</p>
			<UnlockForm />
		</main>
	);
}
