// From a message to the block that it speaks of. Wagtail scrolls there slowly; when the block stands in another tab,
// the text boxes of that tab take their height meanwhile, and that stops the scroll half-way. The focus does come to
// the block: from there, go to it in one step.
document.addEventListener("w-focus:focused", ({ target }) => {
  const bring = () => target.scrollIntoView({ block: "center", behavior: "instant" });
  target.addEventListener("focus", bring, { once: true });
});
