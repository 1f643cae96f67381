// What cannot be shown without a line says so.

export async function show() {
  document.querySelector('[data-again]').addEventListener('click', (event) => {
    event.preventDefault();
    navigator.serviceWorker.controller?.postMessage('online');
    location.reload();
  });
}
