// The domain's own schemas, under the names that the document gives them.
import { ChatAnswer, ChatThread, ChatTurn } from "../domain/chat.ts";
import { Inspection } from "../domain/inspection.ts";
import { Job, JobEvent } from "../domain/job.ts";

export const InspectionDocument = Inspection.meta({ id: "Inspection" });
export const JobDocument = Job.meta({ id: "Job" });
export const JobEventDocument = JobEvent.meta({ id: "JobEvent" });
export const ChatAnswerDocument = ChatAnswer.meta({ id: "ChatAnswer" });
export const ChatThreadDocument = ChatThread.meta({ id: "ChatThread" });
export const ChatTurnDocument = ChatTurn.meta({ id: "ChatTurn" });
