import type { Metadata } from "next";
import { UnlockForm } from "@/components/access/unlock-form";
import { Slate } from "@/components/ui/slate";

export const metadata: Metadata = { title: "Password" };

export default function UnlockPage() {
	return (
		<Slate middle="closed" title="A closed set">
			<p className="text-pretty text-lg text-quiet">
				This Storyreel opens with a password. Whoever runs it can tell you what it is.
			</p>
			<div className="mt-2">
				<UnlockForm />
			</div>
		</Slate>
	);
}
