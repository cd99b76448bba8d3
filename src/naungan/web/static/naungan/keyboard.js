// Shortcuts of one letter, outside of fields; whoever wants none switches them off.
document.addEventListener("keydown", (press) => {
  const field = document.getElementById("cari");
  const writes = press.target.closest("input, select, textarea, [contenteditable]");
  if (press.key === "/" && field && !writes && !press.ctrlKey && !press.altKey && !press.metaKey) {
    press.preventDefault();
    field.focus();
  }
});
