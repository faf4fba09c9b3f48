import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";

interface Tab {
  key: string;
  label: string;
  children: ReactNode;
}

interface Props {
  items: Tab[];
  /** The open tab, where somebody else keeps it (the address). */
  activeKey?: string;
  onChange?: (key: string) => void;
}

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * Tabs as WAI-ARIA describes them, scrolling sideways where they do not fit (antd's hide the rest behind a button
 * inside the tab list, which screen readers stumble over). Only the open panel is drawn.
 */
export function Tabs({ items, activeKey, onChange }: Props) {
  const [own, setOwn] = useState(items[0]?.key);
  const name = useId();
  const list = useRef<HTMLDivElement>(null);
  const open = items.find(({ key }) => key === (activeKey ?? own)) ?? items[0];
  const choose = (key: string) => {
    setOwn(key);
    onChange?.(key);
  };
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step || !open) return;
    const place = (items.indexOf(open) + step + items.length) % items.length;
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[place]?.focus();
    choose(items[place]?.key ?? open.key);
  };
  return (
    <div>
      <div ref={list} role="tablist" className="tabs" onKeyDown={move}>
        {items.map((tab) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${name}-${tab.key}`}
            aria-selected={tab === open}
            aria-controls={`${name}-panel`}
            tabIndex={tab === open ? 0 : -1}
            onClick={() => choose(tab.key)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${name}-panel`} aria-labelledby={`${name}-${open?.key}`}>
        {open?.children}
      </div>
    </div>
  );
}
