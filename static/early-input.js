// Keeps what a reader chooses, types and presses before the page can hear of it, for
// src/lib/app/early-input.ts, which hands it over once it can. It is kept nowhere else.
{
	const fields = new Map();
	const acts = [];
	const listening = new AbortController();
	const listen = (type, heard) =>
		document.addEventListener(type, heard, { capture: true, signal: listening.signal });
	const keepField = ({ target: field }) =>
		fields.set(field, { value: field.value, checked: field.checked });
	listen('input', keepField);
	listen('change', keepField);
	listen('submit', (event) => {
		// Nothing typed may go into an address, which the browser would make of a form by itself.
		event.preventDefault();
		acts.push({ element: event.target, act: 'submit' });
	});
	listen('click', ({ target }) => {
		const button = target.closest?.('button');
		// The form of a button that submits tells of it.
		if (!button || (button.form && button.type === 'submit')) return;
		acts.push({ element: button, act: 'press' });
	});
	window.earlyInput = {
		take() {
			listening.abort();
			return { fields, acts };
		}
	};
}
