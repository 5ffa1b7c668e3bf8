/** A study asks what was published last, and nobody was ever asked anything else. */
import { seenBySql } from '../invariant.ts'

export const versionsFollow = seenBySql(
  'versions_follow',
  'A study asks the version that was published last, a response names one that its study has asked, and a draft comes after it.',
  `select kind as "figure", count(*) as "value" from study_versions group by kind order by kind`,
  `select studies.id as "subject", 'asks another version than was published last' as "what" from studies
where studies.test_of is null and not exists (select 1 from study_versions
  where study_versions.study_id = studies.id and study_versions.version = studies.questionnaire_version
  and study_versions.n = (select max(n) from study_versions newest where newest.study_id = studies.id))`,
  `select responses.respondent_id as "subject", 'names a version that its study has never asked' as "what"
from responses join studies on studies.id = responses.study_id
where studies.test_of is null and not exists (select 1 from study_versions
  where study_versions.study_id = responses.study_id and study_versions.version = responses.questionnaire_version)`,
  `select questionnaire_drafts.study_id as "subject", 'has a draft of an earlier version' as "what"
from questionnaire_drafts join studies on studies.id = questionnaire_drafts.study_id
where questionnaire_drafts.base_version <> studies.questionnaire_version`,
)
