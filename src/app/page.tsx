export default function HomePage() {
  return <main>Gatehouse</main>;
}
