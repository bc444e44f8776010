import type { ManualText } from "./manual-text.ts";

export const castingEn: ManualText = {
  language: "en",
  title: "Cast Pump Impeller",
  subtitle: "Visual inspection: defects, causes, actions and prevention",
  documentNumber: "IM-CAST-041-EN",
  revision: "Rev. 3",
  particulars: [
    { label: "Document", value: "IM-CAST-041-EN" },
    { label: "Revision", value: "Rev. 3, in force from 2025-11-03" },
    { label: "Product", value: "Pump impeller, outer diameter 180 mm, six vanes" },
    { label: "Material and process", value: "AlSi7Mg0.3, gravity die casting with a sand core" },
  ],
  chapters: [
    {
      heading: "1. Purpose and acceptance",
      sections: [
        {
          heading: "1.1 Scope",
          bullets: [
            "This manual governs the visual inspection of the raw impeller after trimming, blasting and washing, before machining.",
            "It covers the four defect types gas hole, vane burr, scratch and stain.",
            "Cracks, cold shuts and missing vanes are always rejected and are not treated further here.",
          ],
        },
        {
          heading: "1.2 Acceptance",
          bullets: [
            "A part is accepted when every finding stays within the limits of chapter 2.",
            "A part with a finding beyond the rework limit is rejected and remelted.",
            "Three rejected parts of the same type within one hour stop the line, and the shift leader is called.",
            "A part without a clear decision is handled as a doubtful part under chapter 8.",
          ],
        },
      ],
    },
    {
      heading: "2. Tolerances",
      sections: [
        {
          heading: "2.1 Dimensions",
          bullets: [
            "The outer diameter is 180.0 mm with a tolerance of ±0.4 mm.",
            "The bore is 24.0 mm with a machining allowance of 1.5 mm on the radius.",
            "The vane thickness is 4.0 mm with a tolerance of ±0.3 mm at half height.",
            "The unbalance of the raw part stays below 12 g·mm per kilogram of its mass.",
          ],
        },
        {
          heading: "2.2 Limits of surface defects",
          bullets: [
            "A gas hole up to 0.8 mm in diameter is accepted when no more than 3 lie within any 10 cm².",
            "No gas hole is accepted within 5 mm of the bore or on a sealing face.",
            "A burr up to 0.2 mm in height is accepted, and a burr up to 1.0 mm may be reworked.",
            "A scratch up to 0.1 mm deep and 10 mm long is accepted outside the sealing faces.",
            "A stain up to 25 mm² is accepted when it leaves no residue on a white cloth.",
          ],
        },
      ],
    },
    {
      heading: "3. Gas hole",
      sections: [
        {
          heading: "3.1 Appearance",
          bullets: [
            "A gas hole is a round, dark pit with a smooth, bright wall and a diameter of 0.3 to 3 mm.",
            "Gas holes often lie in groups on the upper side of the casting and near the hub, where the metal freezes last.",
            "A shrinkage cavity differs from it by its rough, dendritic wall and its ragged outline.",
          ],
        },
        {
          heading: "3.2 Causes",
          bullets: [
            "The melt holds more than 0.15 ml of hydrogen per 100 g because it was degassed too briefly.",
            "The sand core contains more than 0.3 % moisture and gives off steam while the metal is poured.",
            "The vents of the die are clogged with coating, so that air stays trapped in the vanes.",
            "A pouring temperature above 750 °C raises the hydrogen content and lengthens solidification.",
            "Turbulent pouring from a height of more than 150 mm folds air into the stream.",
          ],
        },
        {
          heading: "3.3 Actions",
          bullets: [
            "Quarantine all castings poured from the same ladle and inspect each of them.",
            "Take a reduced pressure sample at 80 mbar, and degas again when the density index exceeds 3 %.",
            "Degas the melt with the rotary impeller at 450 rpm and 15 l/min of argon for at least 10 minutes.",
            "Clean the vents of the die with the 0.2 mm gauge before the next pour.",
            "Dry the cores of the opened batch for 2 hours at 150 °C before they are used.",
          ],
        },
        {
          heading: "3.4 Prevention",
          bullets: [
            "Measure the density index of every melt, and release the melt for pouring only below 2 %.",
            "Keep the pouring temperature between 700 and 730 °C, and record it for each ladle.",
            "Store sand cores below 50 % relative humidity, and use them within 24 hours.",
            "Preheat ingots and returns to 200 °C so that no moisture enters the melt.",
            "Open and clean all vents of the die after every 200 shots.",
          ],
        },
      ],
    },
    {
      heading: "4. Vane burr",
      sections: [
        {
          heading: "4.1 Appearance",
          bullets: [
            "A vane burr is a thin, sharp fin of metal that stands out from the edge of a vane or from the parting line.",
            "Its thickness is usually 0.1 to 0.5 mm, and it shines brightly under low side light.",
            "A burr that recurs at the same place on every part points to the die, not to trimming.",
          ],
        },
        {
          heading: "4.2 Causes",
          bullets: [
            "The parting line of the die is worn, so that its gap exceeds 0.15 mm and metal runs into it.",
            "The clamping force has fallen below 180 kN, and the die halves open while they are filled.",
            "Dirt or hardened coating on the parting face keeps the die from closing fully.",
            "The cutting edge of the trimming tool is blunt after more than 8,000 strokes.",
            "The core print has more than 0.2 mm of play, and metal flows along the core.",
          ],
        },
        {
          heading: "4.3 Actions",
          bullets: [
            "Remove a burr of up to 1.0 mm with the deburring tool, and inspect the vane edge again.",
            "Reject a part whose vane is thinner than 3.7 mm after deburring.",
            "Measure the gap of the parting line with a feeler gauge at 6 points around the die.",
            "Clean the parting faces, and check the clamping force before casting goes on.",
            "Regrind or change the trimming tool when its edge radius exceeds 0.05 mm.",
          ],
        },
        {
          heading: "4.4 Prevention",
          bullets: [
            "Measure the wear of the parting line after every 5,000 shots, and rework the die from 0.10 mm.",
            "Change the trimming tool after 6,000 strokes, before its edge becomes blunt.",
            "Blow the parting faces clean with dry air after every 20 shots.",
            "Check the clamping force at the start of each shift against the set value of 200 kN.",
          ],
        },
      ],
    },
    {
      heading: "5. Scratch",
      sections: [
        {
          heading: "5.1 Appearance",
          bullets: [
            "A scratch is a narrow, straight or slightly curved groove with bright metal at its bottom.",
            "Parallel scratches point to a gripper or a conveyor, and crossing ones point to loose transport in a basket.",
            "A scratch changes its brightness when the light turns by 90°, whereas a stain does not.",
          ],
        },
        {
          heading: "5.2 Causes",
          bullets: [
            "Parts touch each other in the transport basket because the separators are missing.",
            "The jaws of the gripper have worn through their 2 mm polyurethane pads.",
            "Metal chips lie on the conveyor and are dragged along under the part.",
            "The part slides over the edge of the trimming fixture while it is unloaded.",
          ],
        },
        {
          heading: "5.3 Actions",
          bullets: [
            "Feel the scratch with the fingernail, and measure its depth with the profilometer where the nail catches.",
            "Blend a scratch of up to 0.1 mm in depth with grade 320 abrasive along the vane.",
            "Reject a part with a scratch deeper than 0.1 mm on a sealing face.",
            "Sweep chips off the conveyor, and replace damaged gripper pads before the next part.",
          ],
        },
        {
          heading: "5.4 Prevention",
          bullets: [
            "Put each part into its own compartment of the basket, with at most 12 parts in a layer.",
            "Replace the pads of the gripper every 4 weeks or at a remaining thickness of 1 mm.",
            "Vacuum the conveyor at the start of each shift and after every tool change.",
            "Lower the handling speed to 0.3 m/s wherever parts pass over an edge.",
          ],
        },
      ],
    },
    {
      heading: "6. Stain",
      sections: [
        {
          heading: "6.1 Appearance",
          bullets: [
            "A stain is a flat, dull area with a blurred edge, brown from oil, white from coolant salts or grey from oxide.",
            "It has no depth that can be felt, and it can often be wiped off with isopropanol.",
            "A stain with a hard edge and a drop at its lower end is a drying mark of the rinse.",
          ],
        },
        {
          heading: "6.2 Causes",
          bullets: [
            "The coolant of the gate saw is older than 30 days or stronger than 8 %, and it dries onto the surface as a film.",
            "The washing bath is colder than 55 °C or carries more than 2 g/l of oil.",
            "The rinse water exceeds 50 µS/cm and leaves salts behind when it dries.",
            "Die release agent was sprayed too thickly and has burnt onto the casting.",
            "Parts were touched with bare hands or laid down on an oily bench after washing.",
          ],
        },
        {
          heading: "6.3 Actions",
          bullets: [
            "Wipe the stain with isopropanol and a white cloth, and inspect the part again under diffuse light.",
            "Wash the part once more for 5 minutes at 60 °C when the stain remains after wiping.",
            "Test the coolant with the refractometer, and bring it back to between 5 and 7 %.",
            "Reject a part whose stain has etched the surface and can be felt after the second wash.",
          ],
        },
        {
          heading: "6.4 Prevention",
          bullets: [
            "Change the washing bath every 7 days, and skim its oil once a shift.",
            "Keep the rinse water below 30 µS/cm, and dry the parts at 80 °C within 3 minutes.",
            "Change the coolant after 21 days, and measure its concentration every day.",
            "Wear clean nitrile gloves from washing until packing.",
          ],
        },
      ],
    },
    {
      heading: "7. Taking the picture",
      sections: [
        {
          heading: "7.1 Light",
          bullets: [
            "Use a diffuse dome light with 1,500 to 2,000 lux on the part, and shut out daylight.",
            "Add low side light at 15° when a scratch or a burr has to be judged.",
            "Lower the exposure when more than 1 % of the pixels of the part are saturated.",
          ],
        },
        {
          heading: "7.2 Focus and distance",
          bullets: [
            "Focus on the upper edges of the vanes, and keep the camera 400 mm above the part.",
            "Set the aperture to f/8, so that hub and rim are sharp at the same time.",
            "Expose for at most 5 ms, and let the part come to rest for 0.5 s so that nothing blurs.",
            "Wipe the lens with a dry cloth at the start of each shift.",
          ],
        },
      ],
    },
    {
      heading: "8. Doubtful parts",
      sections: [
        {
          heading: "8.1 Handling",
          bullets: [
            "Take a new picture first when the old one is blurred, dark or overexposed.",
            "Put a doubtful part into the yellow box with a tag that carries the time, the station and the finding.",
            "A second inspector judges it within 4 hours under a magnifier of 10x.",
            "When two inspectors disagree, the quality engineer decides, and the part counts as rejected until then.",
          ],
        },
        {
          heading: "8.2 Records",
          bullets: [
            "Record the decision, the defect type and the action taken for each doubtful part.",
            "Keep the pictures and the records for 3 years.",
          ],
        },
      ],
    },
  ],
};
