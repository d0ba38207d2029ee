export default function HomePage() {
	return <main>Storyreel</main>;
}
