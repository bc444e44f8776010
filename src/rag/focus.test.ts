import { expect, it } from "vitest";
import { focusOf } from "./focus.ts";

it.each([
  ["What is the price of a new trimming tool?", ["price"]],
  ["Which paint is applied to the finished impeller?", ["paint"]],
  ["How many megapixels does the camera have?", ["megapixels"]],
  ["What tensile strength must the alloy reach?", ["tensile strength"]],
  ["Who is the supplier of the sand cores?", ["supplier"]],
  ["Which company makes the sand cores?", ["company"]],
  ["How wide is the conveyor?", ["wide"]],
  ["What does a gripper pad cost?", ["cost"]],
  ["Where can I buy nitrile gloves?", ["buy"]],
  ["세척조에 쓰는 세제의 상표는 무엇입니까?", ["상표"]],
  ["트리밍 공구는 어느 업체에서 구매합니까?", ["업체에서"]],
  ["임펠러 도면 번호는 무엇입니까?", ["임펠러 도면 번호"]],
  ["열처리 T6 조건을 알려 주세요", ["조건"]],
  ["임펠러 한 개의 판매 가격은?", ["판매 가격"]],
])("%s wants %j", (question, focus) => {
  expect([...focusOf(question)]).toEqual(expect.arrayContaining(focus));
});

it.each([
  "Why do pores appear?",
  "How do I get rid of burrs?",
  "기공이 왜 생기나요?",
  "긁힘이 안 나게 하려면 어떻게 해야 하나요?",
  "causes of scratches",
])("%s wants nothing that could be named", (question) => {
  expect([...focusOf(question)]).toEqual([]);
});
