/* c_service ONE.lqb OTHER.lqb: the service of lq.h, in one thread; swap.cpp has many. */

#include "expect.h"

static lq_text decided_by(lq_decider* decider) {
  const lq_options options = {.as_of = as_of};
  const char* lead = "{\"email\":\"ana@firm.example\",\"country\":\"DE\",\"seats\":25}";
  const lq_decision* decision = lq_decide(decider, lead, LQ_WHOLE, &options, NULL);
  EXPECT(is(lq_decision_outcome(decision), "call_today"));
  return lq_decision_hash(decision);
}

static int same(lq_text a, lq_text b) {
  return a.size == b.size && memcmp(a.data, b.data, a.size) == 0;
}

int main(int count, char** words) {
  lq_error error = {0};
  lq_policy* one = lq_policy_open_file(count < 3 ? "" : words[1], &error);
  lq_policy* other = lq_policy_open_file(count < 3 ? "" : words[2], &error);
  lq_service* service = lq_service_create(one, &error);
  lq_decider* follows = lq_service_decider(service, &error);
  lq_decider* stays = lq_decider_create(one, &error);
  EXPECT(error.code == LQ_OK && lq_service_generation(service) == 0);
  EXPECT(same(decided_by(follows), lq_policy_hash(one)));

  EXPECT(lq_service_replace(service, NULL, &error) == LQ_ERROR_ARGUMENT);
  EXPECT(lq_service_generation(service) == 0);
  EXPECT(lq_service_replace(service, other, NULL) == LQ_OK);
  EXPECT(lq_service_generation(service) == 1);
  EXPECT(same(decided_by(follows), lq_policy_hash(other)));
  EXPECT(same(decided_by(stays), lq_policy_hash(one)));

  /* The service has a share of its own, and so has who asks for its policy. */
  lq_policy_release(other);
  lq_policy* now = lq_service_policy(service);
  EXPECT(is(lq_policy_name(now), "hello") && lq_policy_version(now) == 2);
  lq_decider* later = lq_service_decider(service, NULL);
  lq_service_destroy(service);
  EXPECT(same(decided_by(later), lq_policy_hash(now)));
  EXPECT(same(decided_by(follows), lq_policy_hash(now)));
  lq_policy_release(now);
  lq_policy_release(one);
  lq_decider_destroy(later);
  lq_decider_destroy(follows);
  lq_decider_destroy(stays);
  return failures == 0 ? 0 : 1;
}
