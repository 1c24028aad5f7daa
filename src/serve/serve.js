"use strict";

// Reloads this page when there is a new stand of the register. Only `klacht serve` adds this to a page.
{
  const mine = document.currentScript.dataset.stand;
  const stopped = document.querySelector(".klacht-serve-stopped");
  const again = 2000;
  let source;
  let waiting;

  const wait = () => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      stopped.hidden = source?.readyState === EventSource.OPEN;
      if (source?.readyState !== EventSource.OPEN) listen();
    }, again);
  };

  // A hidden page does not listen: a browser has few connections to share, and it is told when it is seen again.
  const listen = () => {
    source?.close();
    source = undefined;
    if (document.hidden) return;
    source = new EventSource("/.klacht/stand");
    source.onopen = () => { stopped.hidden = true; };
    source.onmessage = (event) => { if (event.data !== mine) location.reload(); };
    source.onerror = wait;
  };

  document.addEventListener("visibilitychange", listen);
  listen();
}
