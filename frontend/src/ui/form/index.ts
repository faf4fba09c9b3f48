export { type FieldSpec, fromControls, lacking, toControls, type Values } from "./fields";
export { SectionForm } from "./SectionForm";
export { type Task, TaskList } from "./TaskList";
