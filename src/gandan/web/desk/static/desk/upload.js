// Files may be dropped on the form; without JavaScript the field alone does the same.

const drop = document.querySelector("[data-drop]");
const field = drop.querySelector("input[type=file]");
const chosen = drop.querySelector("[data-chosen]");
const form = drop.closest("form");

function name() {
  chosen.replaceChildren(
    ...[...field.files].map((file) => {
      const item = document.createElement("li");
      item.textContent = `${file.name} · ${Math.ceil(file.size / 1000).toLocaleString("vi")} kB`;
      return item;
    }),
  );
}

for (const [on, over] of [["dragenter", true], ["dragover", true], ["dragleave", false], ["drop", false]]) {
  drop.addEventListener(on, (event) => {
    event.preventDefault();
    drop.classList.toggle("drop--over", over);
  });
}
drop.addEventListener("drop", (event) => {
  field.files = event.dataTransfer.files;
  name();
});
field.addEventListener("change", name);
form.addEventListener("submit", () => {
  form.querySelector("[data-working]").hidden = false;
  const seconds = form.querySelector("[data-seconds]");
  if (!seconds) return;
  const since = performance.now();
  setInterval(() => {
    seconds.textContent = `${Math.round((performance.now() - since) / 1000)} ${seconds.dataset.word}`;
  }, 1000);
});
