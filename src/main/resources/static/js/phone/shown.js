// When a page made of prototypes has been filled; at once on a page of the server.

export const shown = document.body.dataset.shell
  ? new Promise((done) => addEventListener('phone-shown', done, { once: true }))
  : Promise.resolve();
