// Sets the reader's own choice of theme before the first paint (see src/lib/app/theme.svelte.ts).
try {
	const choice = localStorage.getItem('theme');
	if (choice === 'light' || choice === 'dark') document.documentElement.dataset.theme = choice;
} catch {
	// Storage may be forbidden; the system's theme is used.
}
