/** The button that takes away what has a name, or brings it back. */
interface ChangeFormProps {
  action: string
  id: string
  way: 'remove' | 'restore'
  label: string
  class?: string
}

export function ChangeForm({ action, id, way, label, class: looks }: ChangeFormProps) {
  return (
    <form method="post" action={action} class={looks}>
      <input type="hidden" name="id" value={id} />
      <button class="button quiet small" type="submit" name="do" value={way}>
        {label}
      </button>
    </form>
  )
}
